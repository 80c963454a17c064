/** The look-up ledger as the gateway has it. */
@NullMarked
package org.jianxi.gateway.flow.lookups;

import org.jspecify.annotations.NullMarked;
