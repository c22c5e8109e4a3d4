# Everything that is run on this repository is a target here; the work is done by the scripts in eng/.
# make help lists the targets.

SHELL := /bin/bash
CONFIGURATION ?= Release
PORT ?= 5080
DATA ?= data
export CONFIGURATION PORT DATA
export DOTNET_NOLOGO := 1
export DOTNET_CLI_TELEMETRY_OPTOUT := 1

.DEFAULT_GOAL := help
.PHONY: help setup build test format migration run bench conformance clean publish

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  \1\t/' | expand -t 16

setup: ## check the SDK and Node.js, install what the tests need (Debian packages), restore packages and tools
	@eng/setup tests
	@eng/restore

build: ## build everything (CONFIGURATION=Release)
	@eng/setup
	@eng/build

test: setup build ## install what is missing, build, run all tests (ONLY=Send.Core.Tests, FILTER=expression)
	@eng/test

format: ## put layout and style right (CHECK=1: only say what is wrong)
	@eng/format

migration: ## NAME=AddThing: add one migration for each database
	@eng/migration "$(NAME)"

run: ## build and serve the product in training mode (PORT=5080 DATA=data)
	@eng/setup
	@eng/run

bench: setup ## measure against raw ADO.NET doing the same writes; writes artifacts/bench.json
	@eng/bench

conformance: ## DIR=folder: run every conformance case below the folder
	@eng/conformance "$(DIR)"

publish: ## a folder to deploy: artifacts/publish
	@eng/setup
	@eng/publish

clean: ## remove what builds and tests made (not the data folder)
	@eng/clean
