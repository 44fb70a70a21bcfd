/** Twitch: chat in by IRC, out by Helix, and what EventSub tells of subscriptions, tips, streams and held messages. */
@NullMarked
package lyceum.twitch;

import org.jspecify.annotations.NullMarked;
