/** Where every office stands with the programme's duties, from the records that stand in the ledger. */
@NamedInterface("duties")
@NullMarked
package org.jianxi.gateway.flow.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
