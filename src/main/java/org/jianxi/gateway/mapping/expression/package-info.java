/** The closed expression language (CEL) of {@code expr}, {@code where} and {@code checks}. */
@NullMarked
package org.jianxi.gateway.mapping.expression;

import org.jspecify.annotations.NullMarked;
