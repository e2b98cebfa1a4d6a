package io.github.pyo3doctor.snapshot;

/** Processor architectures that Python is shipped for on Windows. */
public enum Architecture {
  /** 32-bit Intel. */
  X86("32-bit x86"),
  /** 64-bit Intel and AMD. */
  X64("64-bit x64"),
  /** 64-bit ARM. */
  ARM64("64-bit ARM");

  private final String word;

  Architecture(String word) {
    this.word = word;
  }

  /** How people say it. */
  public String word() {
    return word;
  }
}
