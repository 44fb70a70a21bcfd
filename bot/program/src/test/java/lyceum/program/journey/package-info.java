/** Journeys: the packaged program against the sandbox, as somebody outside would see it. */
@NullMarked
package lyceum.program.journey;

import org.jspecify.annotations.NullMarked;
