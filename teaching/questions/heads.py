"""Questions for lesson heads."""

QUESTIONS = []
