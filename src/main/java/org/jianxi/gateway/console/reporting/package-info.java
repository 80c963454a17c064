/** The pages of a unit's own people: delivering the unit's return. */
@NullMarked
package org.jianxi.gateway.console.reporting;

import org.jspecify.annotations.NullMarked;
