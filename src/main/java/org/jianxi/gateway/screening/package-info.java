/** Screening against false claims: checks over the facts of the records that stand, by keyed hashes, whose hits are asked about and never decided. */
@ApplicationModule(allowedDependencies = {"canonical", "documents", "inquiries"})
@NullMarked
package org.jianxi.gateway.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
