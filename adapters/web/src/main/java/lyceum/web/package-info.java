/** What the hub shows over HTTP: how it is doing. */
@NullMarked
package lyceum.web;

import org.jspecify.annotations.NullMarked;
