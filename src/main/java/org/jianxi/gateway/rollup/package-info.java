/** Seventeen senders into one province: a query over what stands, never a running total. Pure. */
@ApplicationModule(allowedDependencies = {"canonical", "forms"})
@NullMarked
package org.jianxi.gateway.rollup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
