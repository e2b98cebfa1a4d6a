package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.files.CacheFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;

/**
 * Remembers what programs have said, as long as they are the same files: starting a dozen of them
 * takes longer than looking at a project. A script is asked each time, since what it starts may be
 * another program by now; of pyenv's it is known what that hangs on. Safe for several threads.
 */
final class KeptPrograms implements Programs {
  private static final String KIND = "programs";

  /** One for each set of variables that programs were started with. */
  private static final int MOST_KEPT = 4;

  private final Programs programs;
  private final Optional<CacheFolder> cache;
  private final String variables;
  private final Map<String, ProgramAnswer.Said> known = new ConcurrentHashMap<>();
  private final AtomicBoolean changed = new AtomicBoolean();

  /**
   * @param variables what the programs are started with: what they say may depend on it
   */
  KeptPrograms(Programs programs, Optional<CacheFolder> cache, Map<String, String> variables) {
    this.programs = programs;
    this.cache = cache;
    this.variables = new TreeMap<>(variables).toString();
    cache
        .flatMap(folder -> folder.read(KIND, this.variables))
        .ifPresent(content -> known.putAll(read(content)));
  }

  @Override
  public ProgramAnswer ask(Path program, List<String> arguments) {
    Optional<String> same = sameness(program).map(file -> file + arguments);
    ProgramAnswer.Said before = same.map(known::get).orElse(null);
    if (before != null) return before;
    ProgramAnswer answer = programs.ask(program, arguments);
    if (same.isPresent() && answer instanceof ProgramAnswer.Said said && said.exitCode() == 0) {
      known.put(same.get(), said);
      changed.set(true);
    }
    return answer;
  }

  @Override
  public void keep() {
    if (changed.compareAndSet(true, false)) {
      cache.ifPresent(folder -> folder.write(KIND, variables, written(), MOST_KEPT));
    }
  }

  /** What is another when the program is, or what it starts; empty of most scripts. */
  private static Optional<String> sameness(Path program) {
    try {
      Path real = program.toRealPath();
      Path folder = program.resolveSibling("..");
      boolean shim = PyenvStandIns.is(program);
      if (ProgramSearch.isScript(real) && !shim) return Optional.empty();
      List<Path> deciding =
          shim
              ? List.of(real, folder.resolve("version"), folder.resolve("versions"))
              : List.of(real, program.resolveSibling("pyvenv.cfg"), folder.resolve("pyvenv.cfg"));
      StringBuilder same = new StringBuilder(program + " " + real);
      for (Path file : deciding) same.append(' ').append(stamp(file));
      return Optional.of(same.toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String stamp(Path file) throws IOException {
    try {
      return Files.size(file) + "@" + Files.getLastModifiedTime(file);
    } catch (NoSuchFileException e) {
      return "-";
    }
  }

  private byte[] written() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      Map<String, ProgramAnswer.Said> all = new TreeMap<>(known);
      out.writeInt(all.size());
      for (var answer : all.entrySet()) {
        write(out, answer.getKey());
        write(out, answer.getValue().output());
        write(out, answer.getValue().errors());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Map<String, ProgramAnswer.Said> read(ByteBuffer content) {
    Map<String, ProgramAnswer.Said> read = new TreeMap<>();
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      for (int left = in.readInt(); left > 0; left--) {
        read.put(text(in), new ProgramAnswer.Said(0, text(in), text(in)));
      }
      return read;
    } catch (IOException e) {
      LoggerFactory.getLogger(KeptPrograms.class).debug("kept answers not read", e);
      return Map.of();
    }
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
