package io.github.pyo3doctor.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Asks each program each question once; who asks meanwhile waits for the same answer. */
final class AskedOnce implements Programs {
  private final Programs programs;

  /** By the program and what it is asked. */
  private final Map<List<String>, CompletableFuture<ProgramAnswer>> asked =
      new ConcurrentHashMap<>();

  AskedOnce(Programs programs) {
    this.programs = programs;
  }

  @Override
  public ProgramAnswer ask(Path program, List<String> arguments) {
    CompletableFuture<ProgramAnswer> mine = new CompletableFuture<>();
    List<String> question = new ArrayList<>(arguments);
    question.add(program.toString());
    CompletableFuture<ProgramAnswer> before = asked.putIfAbsent(List.copyOf(question), mine);
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
