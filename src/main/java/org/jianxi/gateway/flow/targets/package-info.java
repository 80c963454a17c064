/** How far the year's targets are met, from what stands in the ledger. */
@NamedInterface("targets")
@NullMarked
package org.jianxi.gateway.flow.targets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
