/** From a sample to a draft mapping: what each column or member probably is, why, and what nobody can tell. Offline and pure. */
@ApplicationModule(allowedDependencies = {"canonical", "documents", "forms", "mapping", "mapping :: source"})
@NullMarked
package org.jianxi.gateway.suggest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
