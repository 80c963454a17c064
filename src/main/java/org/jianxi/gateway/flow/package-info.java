/** The only orchestrator: calls the stations in their order and holds the transactions. */
@NullMarked
package org.jianxi.gateway.flow;

import org.jspecify.annotations.NullMarked;
