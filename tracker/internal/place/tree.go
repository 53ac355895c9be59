package place

import "sort"

// Kind tells what stands at a node.
type Kind uint8

// The kinds of node.
const (
	Scalar Kind = iota
	Table       // keys with values: a [table], a dotted key, an inline table
	List        // values in brackets, or the elements of [[tables]]
)

// Node is one key, or one element of a list, and where it stands. Key is the
// key's own span; for what a header opens, and for elements, the span of the
// header ([book], [[book]]) or of the value. Value is the span of the value.
type Node struct {
	Kind   Kind
	header bool // opened by a [header] of its own
	Name   string
	Key    Span
	Value  Span

	id                int32
	first, last, next int32
	count             int32
}

// Headed reports whether the node has a header of its own.
func (n *Node) Headed() bool { return n.header }

// Len returns how many keys or elements the node has.
func (n *Node) Len() int { return int(n.count) }

// Tree holds the nodes of a text in the order in which they were written.
type Tree struct {
	nodes   []Node
	indexes map[int32]map[string]int32 // of tables with many keys
	broken  map[int32]bool             // nodes of which a part could not be read
	names   map[string]string          // one copy of each name
	excess  *Excess                    // a table of too many keys
}

const manyKeys = 24

// newTree makes a tree with room for so many nodes.
func newTree(size int) *Tree {
	t := &Tree{
		nodes:   make([]Node, 1, size+1),
		indexes: map[int32]map[string]int32{},
		broken:  map[int32]bool{},
		names:   map[string]string{},
	}
	t.nodes[0].Kind = Table
	return t
}

// Root returns the node of the whole text.
func (t *Tree) Root() *Node { return &t.nodes[0] }

// Children yields the keys of a table, or the elements of a list, in order.
func (t *Tree) Children(n *Node) func(yield func(*Node) bool) {
	return func(yield func(*Node) bool) {
		for i := n.first; i != 0; i = t.nodes[i].next {
			if !yield(&t.nodes[i]) {
				return
			}
		}
	}
}

// Child returns the key of that name, or nil.
func (t *Tree) Child(n *Node, name string) *Node {
	if i := t.find(n.id, name); i != 0 {
		return &t.nodes[i]
	}
	return nil
}

// Broken reports whether something of what the node's header opens could not
// be read, so that what seems to be missing may have been there.
func (t *Tree) Broken(n *Node) bool { return t.broken[n.id] }

// breakNode marks a table of which a part could not be read.
func (t *Tree) breakNode(id int32) { t.broken[max(id, 0)] = true }

// breakAt marks the tables in whose parts of the text offsets stand.
func (t *Tree) breakAt(offsets []int) {
	if len(offsets) == 0 {
		return
	}
	opened := []int32{0}
	for i := range t.nodes {
		if n := &t.nodes[i]; n.header && n.Kind == Table {
			opened = append(opened, int32(i))
		}
	}
	sort.SliceStable(opened, func(i, j int) bool { return t.nodes[opened[i]].Key.Start < t.nodes[opened[j]].Key.Start })
	for _, at := range offsets {
		i := sort.Search(len(opened), func(i int) bool { return int(t.nodes[opened[i]].Key.Start) > at })
		t.breakNode(opened[max(i-1, 0)])
	}
}

func (t *Tree) find(parent int32, name string) int32 {
	if index, ok := t.indexes[parent]; ok {
		return index[name]
	}
	for i := t.nodes[parent].first; i != 0; i = t.nodes[i].next {
		if t.nodes[i].Name == name {
			return i
		}
	}
	return 0
}

func (t *Tree) add(parent int32, n Node) int32 {
	id := int32(len(t.nodes))
	n.id = id
	t.nodes = append(t.nodes, n)
	p := &t.nodes[parent]
	if p.last == 0 {
		p.first = id
	} else {
		t.nodes[p.last].next = id
	}
	p.last = id
	if p.count++; p.count > maxInTable && p.Kind == Table && t.excess == nil {
		t.excess = &Excess{n.Key, "a table has more than 10,000 keys"}
	}
	if p.Kind == Table && p.count >= manyKeys {
		t.indexAdd(parent, n.Name, id)
	}
	return id
}

func (t *Tree) indexAdd(parent int32, name string, id int32) {
	index, ok := t.indexes[parent]
	if !ok {
		index = make(map[string]int32, 2*manyKeys)
		for i := t.nodes[parent].first; i != 0; i = t.nodes[i].next {
			index[t.nodes[i].Name] = i
		}
		t.indexes[parent] = index
	}
	index[name] = id
}

func (t *Tree) name(b []byte) string {
	if s, ok := t.names[string(b)]; ok {
		return s
	}
	s := string(b)
	t.names[s] = s
	return s
}
