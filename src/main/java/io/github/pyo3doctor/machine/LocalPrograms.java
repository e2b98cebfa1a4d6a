package io.github.pyo3doctor.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * Asks programs of this machine: the one class of the collectors that starts any. Each runs in an
 * empty folder of its own, with nothing on its standard input, the few variables that it needs to
 * start at all, a time limit and an output limit; what it has started itself ends with it.
 */
final class LocalPrograms implements Programs {
  private static final int MOST_OUTPUT = 1 << 16;

  /**
   * What a program needs to start: where its libraries, its home and its temporary folder are, and
   * what the stand-ins of pyenv, asdf and mise go by. Nothing that Python itself heeds, and nothing
   * that puts code of others into a program.
   */
  private static final Pattern KEPT =
      Pattern.compile(
          "PATH|HOME|LANG|TMPDIR|TEMP|TMP|SYSTEMROOT|WINDIR|SYSTEMDRIVE|USERPROFILE|APPDATA"
              + "|LOCALAPPDATA|PROGRAMDATA|COMSPEC|PATHEXT|LD_LIBRARY_PATH|DYLD_.*LIBRARY_PATH"
              + "|DYLD_.*FRAMEWORK_PATH|DEVELOPER_DIR|PYENV_(?:ROOT|VERSION|DIR)|ASDF_.*|MISE_.*"
              + "|RTX_.*");

  private static final Pattern SYSTEM_ERROR =
      Pattern.compile("error(?:=|: )\\d+(?:, | \\()([^)]+)");

  private final Map<String, String> environment;
  private final Duration patience;
  private final Charset charset;

  /**
   * @param environment the variables that programs are started with, as far as they need them
   * @param patience how long one of them may take
   */
  LocalPrograms(Map<String, String> environment, Duration patience) {
    this(environment, patience, StandardCharsets.UTF_8);
  }

  /**
   * @param charset how what they print is read
   */
  LocalPrograms(Map<String, String> environment, Duration patience, Charset charset) {
    Map<String, String> kept = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (KEPT.matcher(name.toUpperCase(Locale.ROOT)).matches()) kept.put(name, value);
        });
    this.environment = Map.copyOf(kept);
    this.patience = patience;
    this.charset = charset;
  }

  /** The variables that programs are started with. */
  Map<String, String> variables() {
    return environment;
  }

  @Override
  public ProgramAnswer ask(Path program, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    try {
      Path folder = Files.createTempDirectory("pyo3-doctor");
      try {
        return ask(command, folder);
      } finally {
        discard(folder);
      }
    } catch (IOException e) {
      return new ProgramAnswer.Refused("cannot be started: " + reason(e));
    }
  }

  private ProgramAnswer ask(List<String> command, Path folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      FutureTask<String> output = reading(process.getInputStream());
      FutureTask<String> errors = reading(process.getErrorStream());
      long deadline = System.nanoTime() + patience.toNanos();
      String said = output.get(left(deadline), TimeUnit.NANOSECONDS);
      String complained = errors.get(left(deadline), TimeUnit.NANOSECONDS);
      if (!process.waitFor(left(deadline), TimeUnit.NANOSECONDS)) throw new TimeoutException();
      return new ProgramAnswer.Said(process.exitValue(), said, complained);
    } catch (TimeoutException e) {
      return new ProgramAnswer.Unasked("gives no answer within " + patience.toSeconds() + " s");
    } catch (ExecutionException e) {
      return new ProgramAnswer.Unasked(String.valueOf(e.getCause().getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ProgramAnswer.Unasked("was interrupted");
    } finally {
      if (process.isAlive()) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  private static long left(long deadline) {
    return Math.max(0, deadline - System.nanoTime());
  }

  private FutureTask<String> reading(InputStream stream) {
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              byte[] bytes = stream.readNBytes(MOST_OUTPUT + 1);
              if (bytes.length > MOST_OUTPUT) throw new IOException("prints too much");
              return new String(bytes, charset);
            });
    Thread.ofVirtual().start(task);
    return task;
  }

  /** It is empty unless the program wrote into it: what it did not leave there is not ours. */
  private static void discard(Path folder) {
    try {
      Files.delete(folder);
    } catch (IOException e) {
      LoggerFactory.getLogger(LocalPrograms.class).debug("{} stays", folder, e);
    }
  }

  /** The system's words out of Java's sentence, which names the program and the folder as well. */
  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) return "there is no folder for temporary files";
    String text = String.valueOf(failure.getMessage());
    Matcher words = SYSTEM_ERROR.matcher(text);
    return words.find() ? words.group(1).strip() : text;
  }
}
