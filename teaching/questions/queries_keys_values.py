"""Questions for lesson queries-keys-values."""

QUESTIONS = []
