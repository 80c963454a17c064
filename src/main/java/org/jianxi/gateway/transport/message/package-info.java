/** One message of a topic, queue or mailbox: its label, its bytes and its way to the flow. */
@NullMarked
package org.jianxi.gateway.transport.message;

import org.jspecify.annotations.NullMarked;
