/** Twitch's side of the wire: chat over IRC by TCP and WebSocket, the Helix calls that a hub makes, and EventSub. */
@NullMarked
package lyceum.sandbox.twitch;

import org.jspecify.annotations.NullMarked;
