"""Questions for lesson block."""

QUESTIONS = []
