package io.github.pyo3doctor.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.binary.PythonDllRows;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PythonDllNamesTest {
  @Test
  void everyDllThatPyo3LinksIsKnownAsThatOfItsPython() throws IOException {
    List<PythonDllRows.Row> rows = PythonDllRows.all();

    assertThat(rows).hasSizeGreaterThan(40);
    for (PythonDllRows.Row row : rows) {
      assertThat(PythonDllNames.whose(row.dll())).as("%s", row).contains(row.whose());
      assertThat(PythonDllNames.matches(row.dll())).as("%s", row).isTrue();
      assertThat(PythonDllNames.isStable(row.dll()))
          .as("%s", row)
          .isEqualTo(row.whose().startsWith("any "));
      assertThat(PythonDllNames.isVersioned(row.dll()))
          .as("%s", row)
          .isEqualTo(row.whose().contains("Py 3.") || row.whose().contains("CPython 3."));
    }
  }

  @Test
  void theCaseOfANameDoesNotCount() {
    assertThat(PythonDllNames.whose("Python312.DLL")).contains("CPython 3.12");
  }

  @Test
  void otherNamesAreNoPythons() {
    for (String name :
        List.of(
            "python.dll",
            "python27.dll",
            "python3.12.dll",
            "libpython312.dll",
            "python312td.dll",
            "pythoncom312.dll",
            "python312.dll.bak",
            "libpypy-c.dll")) {
      assertThat(PythonDllNames.matches(name)).as(name).isFalse();
      assertThat(PythonDllNames.whose(name)).as(name).isEmpty();
    }
  }
}
