/** Programs' edge: the reading calls and the office's acts under {@code /api/v1}. Deliveries come in through {@code transport}. */
@NullMarked
package org.jianxi.gateway.api;

import org.jspecify.annotations.NullMarked;
