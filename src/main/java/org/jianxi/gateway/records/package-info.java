/** Records of people and units: kept sealed, found by token, looked at for a stated purpose only. */
@ApplicationModule(allowedDependencies = {"canonical", "derivation", "duties", "entitlement", "forms", "signing"})
@NullMarked
package org.jianxi.gateway.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
