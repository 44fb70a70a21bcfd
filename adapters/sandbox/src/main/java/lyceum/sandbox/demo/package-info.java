/** What makes the demo page tell its story and break things: directions to the sandbox's people, and what the page shows of it. */
@NullMarked
package lyceum.sandbox.demo;

import org.jspecify.annotations.NullMarked;
