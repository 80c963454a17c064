/** Topics of Kafka and queues of JMS. */
@NullMarked
package org.jianxi.gateway.transport.queue;

import org.jspecify.annotations.NullMarked;
