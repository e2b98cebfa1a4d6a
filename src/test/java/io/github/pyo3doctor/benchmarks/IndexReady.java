package io.github.pyo3doctor.benchmarks;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.doctor.Source;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.guide.Guide;
import io.github.pyo3doctor.guide.GuideNotFoundException;
import io.github.pyo3doctor.search.TopicIndex;
import java.util.List;
import java.util.Optional;

/**
 * How long a start takes until a search over the bundled topics and the official guide is answered.
 * {@code docs/benchmarks/ready} runs it.
 */
final class IndexReady {
  private IndexReady() {}

  /** Prints two times in milliseconds: until the index is ready, and until it has answered. */
  public static void main(String[] arguments)
      throws UnreadableFileException, GuideNotFoundException {
    long begun = System.nanoTime();
    Doctor doctor = new Doctor("benchmark");
    Guide guide = doctor.guides(Optional.empty()).choose().guide();
    List<Source> both = List.of(new Source.Bundled(Optional.empty()), new Source.Official(guide));
    try (TopicIndex index = doctor.keptIndex(both)) {
      long ready = System.nanoTime();
      int found = index.search("OnceLock deadlok", 10).size();
      long answered = System.nanoTime();
      System.out.printf("%d %d%n", (ready - begun) / 1_000_000, (answered - begun) / 1_000_000);
      if (found == 0) throw new IllegalStateException("nothing found");
    }
  }
}
