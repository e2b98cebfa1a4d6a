package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Attachment;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.PythonFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects which functions attach, detach or run Python, while a file is scanned. */
final class PythonFunctionScan {
  private final ReachScan reach;
  private final AttachmentScan attachments;
  private final Map<Integer, PythonFunction> functions = new LinkedHashMap<>();
  private int lastNoted = -1;

  PythonFunctionScan(ReachScan reach, AttachmentScan attachments) {
    this.reach = reach;
    this.attachments = attachments;
  }

  /** Those that do any of it, or are called attached. */
  List<PythonFunction> found() {
    return List.copyOf(functions.values());
  }

  /** Takes in a word of a function's body. */
  void word(int i, RustScopes.Function function) {
    boolean attaching = reach.attaches(i);
    boolean detaching = reach.detaches(i);
    boolean running = !attaching && !detaching && reach.runsPythonAttached(i);
    if (!attaching && !detaching && !running && function.nameToken() == lastNoted) {
      return;
    }
    lastNoted = function.nameToken();
    Attachment called = attachments.caller(function);
    boolean own = !attachments.isElsewhere(function) && !attachments.isCalledByPython(function);
    boolean attaches =
        attaching && attachments.here(function).map(Attachment.ATTACHED::equals).orElse(true);
    boolean detaches = detaching && own && attachments.outside(i, function) == Attachment.ATTACHED;
    boolean attached =
        reach.isOfInterface(i) || attachments.current(function) == Attachment.ATTACHED;
    boolean runs = running && own && attached;
    PythonFunction known =
        functions.getOrDefault(
            function.nameToken(),
            new PythonFunction(
                reach.located("", function.nameToken()).location(),
                called,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    PythonFunction now =
        new PythonFunction(
            known.location(),
            called,
            known.attaches().or(() -> excerptIf(attaches, i)),
            known.detaches().or(() -> excerptIf(detaches, i)),
            known.runs().or(() -> excerptIf(runs, i)));
    if (!now.equals(known) || called == Attachment.ATTACHED) {
      functions.put(function.nameToken(), now);
    }
  }

  private Optional<Located<String>> excerptIf(boolean condition, int i) {
    return condition ? Optional.of(reach.excerpt(i)) : Optional.empty();
  }
}
