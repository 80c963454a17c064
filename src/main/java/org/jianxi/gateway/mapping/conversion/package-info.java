/** A value as the sender wrote it into a value of the canonical form, or a finding that says why not. */
@NullMarked
package org.jianxi.gateway.mapping.conversion;

import org.jspecify.annotations.NullMarked;
