package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pyo3doctor.snapshot.PythonDllNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds a module for Windows with each row of the table of DLLs and reads from it which it needs.
 * Runs with {@code -Ddifferential=true} where MinGW and Rust's {@code x86_64-pc-windows-gnu} are;
 * cargo may fetch PyO3.
 */
@EnabledIfSystemProperty(named = "differential", matches = "true")
class PythonDllsAgainstPyo3Test {
  private static final String TARGET = "x86_64-pc-windows-gnu";

  @TempDir static Path folder;

  @TestFactory
  List<DynamicTest> aModuleNeedsTheDllOfTheTable() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/x86_64-w64-mingw32-dlltool")));
    assumeTrue(run(folder, Map.of(), "rustc", "--print=target-libdir", "--target", TARGET).ran());
    return PythonDllRows.all().stream()
        .map(row -> DynamicTest.dynamicTest(row.toString(), () -> build(row)))
        .toList();
  }

  private static void build(PythonDllRows.Row row) throws IOException, InterruptedException {
    Path project = Files.createTempDirectory(folder, "module");
    Files.createDirectory(project.resolve("src"));
    Files.writeString(
        project.resolve("Cargo.toml"),
        """
        [package]
        name = "module"
        version = "0.1.0"
        edition = "2021"

        [lib]
        crate-type = ["cdylib"]

        [dependencies]
        pyo3-ffi = { version = "=%s", features = [%s] }
        """
            .formatted(row.pyo3(), features(row)));
    Files.writeString(
        project.resolve("src/lib.rs"),
        """
        #[no_mangle]
        pub unsafe extern "C" fn PyInit_module() -> *mut pyo3_ffi::PyObject {
            pyo3_ffi::PyLong_FromLong(pyo3_ffi::Py_IsInitialized() as _)
        }
        """);
    Map<String, String> environment = new TreeMap<>(Map.of("PYO3_CROSS", "1"));
    if (row.how().startsWith("lib ")) {
      environment.put("PYO3_CONFIG_FILE", config(project, row).toString());
    } else {
      environment.put("PYO3_CROSS_PYTHON_IMPLEMENTATION", row.implementation());
      if (!row.python().equals("-")) {
        environment.put("PYO3_CROSS_PYTHON_VERSION", row.python());
      }
    }
    Ran built = run(project, environment, "cargo", "build", "-q", "--target", TARGET);
    assertThat(built.ran()).as("%s", built.said()).isTrue();
    Path module = project.resolve("target/" + TARGET + "/debug/module.dll");
    List<String> needed =
        new PeReader()
            .read(module).imports().stream()
                .map(PeImport::library)
                .filter(library -> !library.matches("(?i)(api-|kernel32|ntdll|msvcrt).*"))
                .filter(PythonDllsAgainstPyo3Test::isNoRustLibrary)
                .toList();
    assertThat(needed).containsExactly(row.dll());
    assertThat(PythonDllNames.matches(needed.getFirst())).isTrue();
  }

  private static boolean isNoRustLibrary(String library) {
    return !List.of(
            "userenv.dll", "ws2_32.dll", "bcrypt.dll", "advapi32.dll", "bcryptprimitives.dll")
        .contains(library.toLowerCase(Locale.ROOT));
  }

  private static String features(PythonDllRows.Row row) {
    return row.features().equals("-")
        ? ""
        : Arrays.stream(row.features().split(" ", -1))
            .map(feature -> "\"" + feature + "\"")
            .collect(Collectors.joining(", "));
  }

  /** A description of a Python, beside an import library such as its installation has. */
  private static Path config(Path project, PythonDllRows.Row row)
      throws IOException, InterruptedException {
    String library = row.how().substring("lib ".length());
    Path definition =
        Files.writeString(
            project.resolve("python.def"), "EXPORTS\n  Py_IsInitialized\n  PyLong_FromLong\n");
    String file = (library.startsWith("lib") ? "" : "lib") + library + ".dll.a";
    Ran made =
        run(
            project,
            Map.of(),
            "x86_64-w64-mingw32-dlltool",
            "-D",
            row.dll(),
            "-d",
            definition.toString(),
            "-l",
            file);
    assertThat(made.ran()).as(made.said()).isTrue();
    boolean freeThreaded = row.python().endsWith("t");
    return Files.writeString(
        project.resolve("python.txt"),
        """
        implementation=CPython
        version=%s
        shared=true
        abi3=%s
        lib_name=%s
        lib_dir=%s
        build_flags=%s
        pointer_width=64
        suppress_build_script_link_lines=false
        """
            .formatted(
                row.python().replace("t", ""),
                row.features().contains("abi3"),
                library,
                project,
                freeThreaded ? "Py_GIL_DISABLED" : ""));
  }

  private record Ran(boolean ran, String said) {}

  private static Ran run(Path in, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor() == 0, said);
  }
}
