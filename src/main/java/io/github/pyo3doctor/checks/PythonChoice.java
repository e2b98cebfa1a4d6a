package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.PythonBuild;
import java.util.List;
import java.util.Optional;

/**
 * Which Python PyO3's build script takes, and why.
 *
 * @param result the outcome
 * @param steps what decided, in the order in which the build script looks, one line each
 */
public record PythonChoice(Result result, List<String> steps) {
  /** What PyO3 is built for. */
  public sealed interface Result {
    /**
     * A Python is asked.
     *
     * @param program as the build script starts it
     * @param build what it says of itself
     */
    record Asked(String program, PythonBuild build) implements Result {}

    /**
     * No Python is asked: a file describes one.
     *
     * @param path the file that {@code PYO3_CONFIG_FILE} names
     * @param python what it describes, {@code CPython 3.12}
     */
    record Described(String path, String python) implements Result {}

    /**
     * No Python is asked: the build is for the stable ABI.
     *
     * @param python the oldest Python it is for, {@code 3.9}
     */
    record StableAbi(String python) implements Result {}

    /**
     * The build is for another machine, whose Python cannot be asked.
     *
     * @param because what makes it so
     * @param python the version of Python that it is for, where that is said
     */
    record Cross(String because, Optional<String> python) implements Result {}

    /**
     * The build script stops.
     *
     * @param why what is wrong
     * @param message one sentence
     */
    record Fails(Failure why, String message) implements Result {}

    /**
     * It could not be told.
     *
     * @param reason what is not known
     */
    record Open(String reason) implements Result {}
  }

  /** Why the build script stops. */
  public enum Failure {
    /** Neither {@code python} nor {@code python3} on {@code PATH} is a Python 3. */
    NOTHING_FOUND,
    /** What a variable names cannot be started. */
    NOT_STARTED,
    /** What is started is no Python, or a broken one. */
    NO_ANSWER,
    /** No Python may be asked, and no {@code abi3-py3…} feature says which it is for. */
    NOT_TOLD,
    /** {@code PYO3_CONFIG_FILE} names nothing that PyO3 can use. */
    CONFIG_FILE,
    /** The {@code abi3-py3…} feature is for a newer Python than the one found. */
    OLDER_THAN_ABI3
  }
}
