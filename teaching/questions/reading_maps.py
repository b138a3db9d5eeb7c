"""Questions for lesson reading-maps."""

QUESTIONS = []
