package io.github.pyo3doctor.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * What a loader would do with a binary file, read without loading it.
 *
 * @param file the file, as it was named; of a library in a wheel {@code wheel!/path}
 * @param format {@code PE}, {@code ELF} or {@code Mach-O}; of a whole wheel {@link Inspected#WHEEL}
 * @param architecture the processor it is for
 * @param loader whose rules were followed: {@code exe} or {@code python-import}
 * @param outcome what happens
 * @param status how the system calls a failure, for example {@code STATUS_DLL_NOT_FOUND}
 * @param needs everything it needs, directly or through others, in the order it is looked for
 * @param remarks further things worth knowing, a sentence each
 */
public record Inspection(
    String file,
    String format,
    String architecture,
    String loader,
    LoadOutcome outcome,
    Optional<String> status,
    List<Need> needs,
    List<String> remarks) {}
