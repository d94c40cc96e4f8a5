"""The pack that serves any framework: finer answers, evidence, actions and dates."""
