"""Questions for lesson gradients."""

QUESTIONS = []
