/** What leaves the house or waits inside it: filed returns, notices, timestamps, deliveries kept for later. */
@NamedInterface("outbox")
@NullMarked
package org.jianxi.gateway.transport.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
