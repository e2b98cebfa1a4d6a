package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.checks.Severity;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

final class SeverityWord implements ITypeConverter<Severity> {
  @Override
  public Severity convert(String word) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("expected error, warning or hint, not " + word));
  }
}
