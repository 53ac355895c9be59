package action

// payload is what is read of an event's payload. Every part may be absent: a
// schedule has next to nothing.
type payload struct {
	Action     string `json:"action"`
	Sender     User   `json:"sender"`
	Repository *struct {
		DefaultBranch string `json:"default_branch"`
		Visibility    string `json:"visibility"`
		Private       *bool  `json:"private"`
		Owner         User   `json:"owner"`
	} `json:"repository"`
	PullRequest *struct {
		Number int       `json:"number"`
		User   User      `json:"user"`
		Base   branchEnd `json:"base"`
		Head   branchEnd `json:"head"`
	} `json:"pull_request"`
	Issue *struct {
		Number      int  `json:"number"`
		User        User `json:"user"`
		PullRequest any  `json:"pull_request"`
		Labels      []struct {
			Name string `json:"name"`
		} `json:"labels"`
	} `json:"issue"`
	Comment *struct {
		ID   int64  `json:"id"`
		User User   `json:"user"`
		Body string `json:"body"`
	} `json:"comment"`
}

type branchEnd struct {
	Ref  string `json:"ref"`
	SHA  string `json:"sha"`
	Repo *struct {
		ID int64 `json:"id"`
	} `json:"repo"`
}

// fill puts what the payload says into an event.
func (p *payload) fill(e *Event) {
	e.Action, e.Sender = p.Action, p.Sender
	if r := p.Repository; r != nil {
		e.Repository.DefaultBranch = r.DefaultBranch
		e.Repository.OwnerType = r.Owner.Type
		e.Repository.Visibility = r.Visibility
		switch {
		case r.Visibility != "" || r.Private == nil:
		case *r.Private:
			e.Repository.Visibility = "private"
		default:
			e.Repository.Visibility = "public"
		}
	}
	if pr := p.PullRequest; pr != nil {
		e.PullRequest = &PullRequest{
			Number: pr.Number, Author: pr.User,
			BaseRef: pr.Base.Ref, BaseSHA: pr.Base.SHA, HeadRef: pr.Head.Ref, HeadSHA: pr.Head.SHA,
			Fork: pr.Head.Repo == nil || pr.Base.Repo == nil || pr.Head.Repo.ID != pr.Base.Repo.ID,
		}
	}
	if i := p.Issue; i != nil {
		e.Issue = &Issue{Number: i.Number, Author: i.User, IsPullRequest: i.PullRequest != nil}
		for _, l := range i.Labels {
			e.Issue.Labels = append(e.Issue.Labels, l.Name)
		}
	}
	if c := p.Comment; c != nil {
		e.Comment = &Comment{ID: c.ID, Author: c.User, Body: c.Body}
	}
}
