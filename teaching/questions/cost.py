"""Questions for lesson cost."""

QUESTIONS = []
