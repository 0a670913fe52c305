"""The parts of an explanation: verdict, sum, inputs and what else should be known about one assessment."""
