package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pyo3doctor.snapshot.PythonBuild;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class PythonOnDiskTest {
  @TempDir private Path temporary;
  private Path prefix;

  @BeforeEach
  void aPythonIsInstalled() throws Exception {
    prefix = temporary.toRealPath().resolve("3.13.0");
    write("bin/python3.13", "\u007fELF");
    assertThat(prefix.resolve("bin/python3.13").toFile().setExecutable(true)).isTrue();
    Files.createSymbolicLink(prefix.resolve("bin/python"), Path.of("python3.13"));
    write("lib/python3.13/os.py", "");
    write("lib/libpython3.13.so.1.0", "");
    write("include/python3.13/Python.h", "");
    write(
        "include/python3.13/patchlevel.h",
        "#define PY_VERSION_HEX 1\n#define PY_VERSION  \"3.13.0\"\n");
    built("");
  }

  @Test
  void whatItIsStandsBesideIt() {
    assertThat(PythonOnDisk.read(prefix.resolve("bin/python")))
        .contains(
            new PythonBuild(
                "CPython",
                "3.13.0",
                prefix + "/bin/python",
                prefix.toString(),
                "x86_64",
                64,
                false,
                false,
                true,
                Optional.of(prefix + "/lib"),
                Optional.of(prefix + "/lib/libpython3.13.so.1.0"),
                Optional.of(prefix + "/include/python3.13"),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void aDebugBuildWithoutTheLockSaysSo() throws Exception {
    built(" 'Py_DEBUG': 1,\n 'Py_GIL_DISABLED': 1,\n");

    assertThat(read())
        .hasValueSatisfying(
            build -> {
              assertThat(build.debug()).isTrue();
              assertThat(build.freeThreaded()).isTrue();
            });
  }

  @Test
  void oneThatWasMovedIsAsked() throws Exception {
    built(" 'prefix': '/install'}\n");

    assertThat(read()).isEmpty();
  }

  @Test
  void oneWithoutHeadersIsAsked() throws Exception {
    Files.delete(prefix.resolve("include/python3.13/Python.h"));

    assertThat(read()).isEmpty();
  }

  @Test
  void oneWithTheHeadersOfAnotherIsAsked() throws Exception {
    write("include/python3.13/patchlevel.h", "#define PY_VERSION \"3.12.4\"\n");

    assertThat(read()).isEmpty();
  }

  @Test
  void oneThatIsBuiltTwiceIsAsked() throws Exception {
    write("lib/python3.13/_sysconfigdata_d_linux_x86_64-linux-gnu.py", "build_time_vars = {}\n");

    assertThat(read()).isEmpty();
  }

  @Test
  void oneFor32BitsIsAsked() throws Exception {
    built(" 'SIZEOF_VOID_P': 4,\n");

    assertThat(read()).isEmpty();
  }

  @Test
  void aScriptIsAsked() throws Exception {
    write("bin/python3.13", "#!/bin/sh\n");

    assertThat(read()).isEmpty();
  }

  @Test
  void aLinkFromAnotherFolderIsAsked() throws Exception {
    Path link = Files.createDirectories(temporary.resolve("bin")).resolve("python");
    Files.createSymbolicLink(link, prefix.resolve("bin/python3.13"));

    assertThat(PythonOnDisk.read(link)).isEmpty();
  }

  @Test
  void thePythonsOfThisMachineSayTheSame() throws Exception {
    List<Path> installed = installed();
    assumeTrue(!installed.isEmpty(), "no Python of pyenv's");
    Programs programs = new LocalPrograms(System.getenv(), Duration.ofSeconds(30));
    PythonQuestions questions = new PythonQuestions(programs);

    assertThat(installed)
        .allSatisfy(
            python ->
                assertThat(PythonOnDisk.read(python))
                    .as("%s", python)
                    .isPresent()
                    .isEqualTo(questions.ask(python).build()));
  }

  private static List<Path> installed() throws IOException {
    Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    if (!Files.isDirectory(versions)) return List.of();
    try (Stream<Path> folders = Files.list(versions.toRealPath())) {
      return folders
          .map(folder -> folder.resolve("bin/python"))
          .filter(Files::isExecutable)
          .filter(
              python -> python.getParent().getParent().getFileName().toString().matches("[\\d.]+"))
          .toList();
    }
  }

  private Optional<PythonBuild> read() {
    return PythonOnDisk.read(prefix.resolve("bin/python"));
  }

  /** With these lines beside the usual ones; of two for one variable the later counts. */
  private void built(String more) throws Exception {
    String lines =
        """
        # system configuration generated and used by the sysconfig module
        build_time_vars = {'ABIFLAGS': '',
         'CONFIG_ARGS': "'--prefix=%1$s' '--enable-shared'",
         'HOST_GNU_TYPE': 'x86_64-pc-linux-gnu',
         'INCLUDEPY': '%1$s/include/python3.13',
         'INSTSONAME': 'libpython3.13.so.1.0',
         'LDLIBRARY': 'libpython3.13.so',
         'LIBDIR': '%1$s/lib',
         'LIBPL': '%1$s/lib/python3.13/config-3.13-x86_64-linux-gnu',
         'MULTIARCH': 'x86_64-linux-gnu',
         'Py_DEBUG': 0,
         'Py_ENABLE_SHARED': 1,
         'SIZEOF_VOID_P': 8,
         'prefix': '%1$s',
        """
            .formatted(prefix);
    write("lib/python3.13/_sysconfigdata__linux_x86_64-linux-gnu.py", lines + more + "}\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = prefix.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
  }
}
