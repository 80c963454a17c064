/** What all doors share by which we fetch: whose server is away, what was taken already, how it is offered. */
@NullMarked
package org.jianxi.gateway.transport.fetch;

import org.jspecify.annotations.NullMarked;
