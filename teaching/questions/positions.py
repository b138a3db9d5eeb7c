"""Questions for lesson positions."""

QUESTIONS = []
