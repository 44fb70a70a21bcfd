/** Twitch's side, tried by bare lines, bare requests and clients of others. */
@NullMarked
package lyceum.sandbox.twitch;

import org.jspecify.annotations.NullMarked;
