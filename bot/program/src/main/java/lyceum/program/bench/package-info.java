/** Benchmarks: each runs the packaged program against a sandbox and prints {@code name value unit}. */
@NullMarked
package lyceum.program.bench;

import org.jspecify.annotations.NullMarked;
