/** @type {import('jest').Config} */
module.exports = {
  globalSetup: '<rootDir>/__tests__/support/read-once.ts',
  globalTeardown: '<rootDir>/__tests__/support/clear-up.ts',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // This package is published as an ES module only.
  transformIgnorePatterns: ['/node_modules/(?!@actions/expressions/)'],
  moduleNameMapper: {
    '^@actions/expressions$': '<rootDir>/node_modules/@actions/expressions/dist/index.js',
    '^@actions/expressions/(.*)$': '<rootDir>/node_modules/@actions/expressions/dist/$1.js',
  },
  transform: { '^.+\\.[jt]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }] },
  testEnvironment: 'node',
  // Tests that run the bundle start processes, and a busy machine is slow at that.
  testTimeout: 60_000,
  maxWorkers: '100%',
}
