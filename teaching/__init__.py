"""What a teacher needs beside the lessons: questions for examinations, pages, PyTorch. See CONTRIBUTING.md."""
