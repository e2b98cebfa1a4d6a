package io.github.pyo3doctor.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Asks each program each question once; who asks meanwhile waits for the same answer. */
final class AskedOnce implements Programs {
  private final Programs programs;
  private final Map<Question, CompletableFuture<ProgramAnswer>> asked = new ConcurrentHashMap<>();

  private record Question(Path program, List<String> arguments) {}

  AskedOnce(Programs programs) {
    this.programs = programs;
  }

  @Override
  public ProgramAnswer ask(Path program, List<String> arguments) {
    CompletableFuture<ProgramAnswer> mine = new CompletableFuture<>();
    CompletableFuture<ProgramAnswer> before =
        asked.putIfAbsent(new Question(program, arguments), mine);
    if (before != null) return before.join();
    try {
      mine.complete(programs.ask(program, arguments));
    } catch (RuntimeException e) {
      mine.completeExceptionally(e); // whoever waits must not wait for ever
      throw e;
    }
    return mine.join();
  }

  @Override
  public void keep() {
    programs.keep();
  }
}
