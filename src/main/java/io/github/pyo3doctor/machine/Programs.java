package io.github.pyo3doctor.machine;

import java.nio.file.Path;
import java.util.List;

/** The programs of a machine, as far as they can be asked. */
interface Programs {
  /** Those of a machine that is only looked at: a disk that is mounted here, a copied folder. */
  Programs NONE =
      new Programs() {
        @Override
        public ProgramAnswer ask(Path program, List<String> arguments) {
          return new ProgramAnswer.Unasked("is of another machine");
        }
      };

  /** Starts a program with these arguments and waits for its end. */
  ProgramAnswer ask(Path program, List<String> arguments);

  /** Keeps what was said for the next start, where something is kept at all. */
  default void keep() {}
}
