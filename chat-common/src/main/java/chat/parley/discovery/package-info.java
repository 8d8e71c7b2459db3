/**
 * Finding servers on the network: by asking everybody (UDP) and by listening to what is announced
 * (mDNS). Start at {@link chat.parley.discovery.ServerSearch}.
 *
 * <p>Says where servers are; connects to none.
 */
@NullMarked
package chat.parley.discovery;

import org.jspecify.annotations.NullMarked;
