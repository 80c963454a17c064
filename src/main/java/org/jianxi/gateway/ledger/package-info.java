/** The append-only log of what stands: submissions, their entries in an RFC 9162 tree over SM3, and receipts. */
@ApplicationModule(allowedDependencies = {"canonical", "signing"})
@NullMarked
package org.jianxi.gateway.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
