"""Questions for lesson learning-to-align."""

QUESTIONS = []
